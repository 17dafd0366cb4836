"""Invented examples: people, companies and what happened, so that every page has something to show. No tables."""
