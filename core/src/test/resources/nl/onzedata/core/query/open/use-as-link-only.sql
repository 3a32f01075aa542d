-- refused: USE
-- where it stands beside its pair, it filters
SELECT w.naam FROM y.buurt b JOIN y.wijk w ON b.wijk = w.wijk AND w.wijk <> 'a'
