"""Devices that earn for demand they served."""
