"""The training of align's model for Arabic names, step by step; `python -m training.arabic_names` runs all of them."""
