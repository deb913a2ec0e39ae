"""Packages of older formats rewritten for the present one."""
