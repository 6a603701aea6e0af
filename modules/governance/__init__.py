"""Proposals, votes and the parameters of every module."""
