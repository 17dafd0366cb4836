"""The vocabulary of work: concepts, their names in three languages, and free text read into them."""
