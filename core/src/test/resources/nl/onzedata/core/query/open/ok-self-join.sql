-- accepted
-- uses: y.buurt.naam show, y.buurt.wijk link
SELECT a.naam, b.naam AS ander FROM y.buurt a JOIN y.buurt b ON a.wijk = b.wijk
