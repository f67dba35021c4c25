// Status: where a request stands, on the page behind its mailed link, and what whoever asked, their headteacher and the hub
// can do there: confirm the address, agree or not, take a place or leave it, change who comes, withdraw.
export {}
