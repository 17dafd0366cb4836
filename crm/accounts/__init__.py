"""Users, roles, sign-in and the rows that keep somebody signed in."""
