"""`/api/v1`: vacancies, partners and figures as JSON, for programs that hold a token of somebody who may see them."""
