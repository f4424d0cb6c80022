"""Where words stand on a drawn page: lines, columns and tables from boxes; knows no file format."""
