-- Where the open schools of each authority lie on the whole is read from this alone, whenever somebody asks what they can join.
create index organisations_lying_in_an_authority on organisations (authority_code, easting, northing)
  where kind = 'school' and status <> 'closed' and easting is not null;
