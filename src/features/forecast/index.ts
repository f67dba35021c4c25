// Forecast: which offers will not have as many as they need, with a range from how requests came in a year before; where requests
// find no place; which two that stay short could be one, and what that costs each school. It reads, and decides nothing.
