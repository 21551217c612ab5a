"""Networks of sentence encoders, run by NumPy over many texts at once. Which one is used is told in `align.encode`."""
