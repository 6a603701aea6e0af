"""Nodes that are followed, and replicas, which follow: what `kumiai replica` runs."""
