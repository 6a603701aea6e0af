"""What tracers make of a transaction that is executed again, each in geth's shape."""
