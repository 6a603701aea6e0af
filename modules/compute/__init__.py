"""Jobs and leases: who asks for compute, who serves it, and the money between them."""
