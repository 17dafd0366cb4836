"""Open vacancies for everybody: the list at /jobs, one job, the feed. No models of its own, read by no other slice."""
