"""A provider of compute: finds orders, runs them in a sandbox, delivers, and draws its pay."""
