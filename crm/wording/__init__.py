"""Fair wording: what an advertisement says of sex, age, looks and family, found and kindly mended. Advice, no verdict."""
