"""Pure drawing: what a seat may know in, rows of spans out. Nothing here knows Textual."""
