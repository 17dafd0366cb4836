"""What `flask doctor` looks at. Everything here works without an application, so that it can say why there is none."""
