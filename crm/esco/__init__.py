"""ESCO, the European classification of occupations and skills: loaded beside our vocabulary and linked to it."""
