"""Companies, banks, public bodies, NGOs, start-ups; their people and their promises."""
