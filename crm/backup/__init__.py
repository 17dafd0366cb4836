"""One encrypted file of everything, made while people write, that either database can be restored from."""
