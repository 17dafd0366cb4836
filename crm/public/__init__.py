"""What anybody may open: the first page, public vacancies, language, health."""
