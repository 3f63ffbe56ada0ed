"""Anonymising: what stands in place of personal data, in copies that keep their format, and the way back for key holders."""
