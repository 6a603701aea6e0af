"""How a version becomes files: `make release`. Nothing of this is in the wheel."""
