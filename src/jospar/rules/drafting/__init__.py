"""Drafting: concepts are settled and placed, agreements and events registered."""
