-- refused: JOIN-LIST
SELECT b.naam FROM y.buurt b JOIN y.wijk w ON b.wijk = w.wijk WHERE CASE WHEN b.naam = w.naam THEN TRUE ELSE FALSE END
