"""What every room stands on: the log of acts, files, acts sent twice, the page frame. It knows nobody above."""
