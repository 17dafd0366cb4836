"""Informational sessions in partners' offices: planned, held, logged."""
