"""The first page of an empty installation: try the examples, or start empty. Nothing of it is left once people use it."""
