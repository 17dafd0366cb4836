"""Women's Resource Centres and other women's NGOs: each a tenant."""
