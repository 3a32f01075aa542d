-- uses: tpch.part.p_brand filter, tpch.part.p_brand group, tpch.part.p_brand show, tpch.part.p_partkey link, tpch.part.p_size filter, tpch.part.p_size group, tpch.part.p_size show, tpch.part.p_type filter, tpch.part.p_type group, tpch.part.p_type show, tpch.partsupp.ps_partkey link, tpch.partsupp.ps_suppkey link, tpch.partsupp.ps_suppkey measure, tpch.partsupp.ps_suppkey show, tpch.supplier.s_comment filter, tpch.supplier.s_suppkey link
-- joins: tpch/partsupp.ps_partkey = tpch/part.p_partkey, tpch/partsupp.ps_suppkey = tpch/supplier.s_suppkey
SELECT p_brand, p_type, p_size, COUNT(DISTINCT ps_suppkey) AS supplier_cnt
FROM tpch.partsupp, tpch.part
WHERE p_partkey = ps_partkey AND p_brand <> 'Brand#45' AND p_type NOT LIKE 'MEDIUM POLISHED%'
  AND p_size IN (49, 14, 23, 45, 19, 3, 36, 9)
  AND ps_suppkey NOT IN (SELECT s_suppkey FROM tpch.supplier WHERE s_comment LIKE '%Customer%Complaints%')
GROUP BY p_brand, p_type, p_size
ORDER BY supplier_cnt DESC, p_brand, p_type, p_size
