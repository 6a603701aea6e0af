"""Subjects, credentials, policies and who may know: permission that is decided on chain."""
