"""Kinds of jobs: what each runs, how it is metered, and how far two results are apart."""
