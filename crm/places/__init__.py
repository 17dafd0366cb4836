"""Economic regions, rayons, settlements, coordinates, distances."""
