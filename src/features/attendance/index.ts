// Attendance: what the marks in registers come to, by person, organisation and group, against what the project asks.
// A school that different people cover counts once for the school and for each of them; a substitute counts for the
// school, not for the person. Times are whole minutes and shares are exact: nothing is rounded before it is compared.
export {}
