-- refused: JOIN-LIST
SELECT b.naam, w.naam AS wijknaam FROM y.buurt b CROSS JOIN y.wijk w
