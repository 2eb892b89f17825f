"""States that last: what is shut, cut or imposed, where, since when and until when."""
