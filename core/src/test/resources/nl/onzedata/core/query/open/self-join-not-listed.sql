-- refused: JOIN-LIST
SELECT a.naam, b.naam AS ander FROM y.buurt a JOIN y.buurt b ON a.naam = b.naam
