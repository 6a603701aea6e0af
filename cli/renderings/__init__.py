"""What clients in other languages and rooms are given: rendered from the modules' declarations."""
