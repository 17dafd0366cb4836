"""Trainings, awareness meetings, job fairs."""
