"""The two kinds of chain that a route may end on, behind one Protocol."""
