"""Benchmarks: align beside other libraries that read the same things. Not part of the installed package."""
