"""Openings: from what an owner says to a structured need, approval, freshness and the public list."""
