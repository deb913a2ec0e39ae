"""A terminal strategy game about an alliance."""

__all__ = ["__version__"]

__version__ = "0.1.0"
