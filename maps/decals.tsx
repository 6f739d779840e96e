<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.8" tiledversion="1.8.2" name="decals" tilewidth="16" tileheight="16" tilecount="22" columns="8">
 <image source="decals.png" width="128" height="48"/>
 <wangsets>
  <wangset name="decals" type="corner" tile="-1">
   <wangcolor name="blood" color="#c85028" tile="0" probability="1"/>
   <wangcolor name="cracks" color="#50a0fa" tile="1" probability="1"/>
   <wangcolor name="line across" color="#78dca0" tile="2" probability="1"/>
   <wangcolor name="arrow north" color="#ffc800" tile="3" probability="1"/>
   <wangcolor name="poster" color="#9664ff" tile="4" probability="1"/>
   <wangcolor name="leaves" color="#64dcdc" tile="5" probability="1"/>
   <wangcolor name="papers" color="#fa78fa" tile="6" probability="1"/>
   <wangcolor name="tyre marks across" color="#c8c8c8" tile="7" probability="1"/>
   <wangcolor name="blood, spread" color="#c85028" tile="8" probability="1"/>
   <wangcolor name="cracks, forked" color="#50a0fa" tile="9" probability="1"/>
   <wangcolor name="line along" color="#78dca0" tile="10" probability="1"/>
   <wangcolor name="arrow east" color="#ffc800" tile="11" probability="1"/>
   <wangcolor name="poster, torn" color="#9664ff" tile="12" probability="1"/>
   <wangcolor name="leaves, drifted" color="#64dcdc" tile="13" probability="1"/>
   <wangcolor name="papers, scattered" color="#fa78fa" tile="14" probability="1"/>
   <wangcolor name="tyre marks along" color="#c8c8c8" tile="15" probability="1"/>
   <wangcolor name="red line across" color="#c85028" tile="16" probability="1"/>
   <wangcolor name="red line along" color="#50a0fa" tile="17" probability="1"/>
   <wangcolor name="warning stripes across" color="#78dca0" tile="18" probability="1"/>
   <wangcolor name="warning stripes along" color="#ffc800" tile="19" probability="1"/>
   <wangcolor name="blood, dragged across" color="#9664ff" tile="20" probability="1"/>
   <wangcolor name="blood, dragged along" color="#64dcdc" tile="21" probability="1"/>
   <wangtile tileid="0" wangid="0,1,0,1,0,1,0,1"/>
   <wangtile tileid="1" wangid="0,2,0,2,0,2,0,2"/>
   <wangtile tileid="2" wangid="0,3,0,3,0,3,0,3"/>
   <wangtile tileid="3" wangid="0,4,0,4,0,4,0,4"/>
   <wangtile tileid="4" wangid="0,5,0,5,0,5,0,5"/>
   <wangtile tileid="5" wangid="0,6,0,6,0,6,0,6"/>
   <wangtile tileid="6" wangid="0,7,0,7,0,7,0,7"/>
   <wangtile tileid="7" wangid="0,8,0,8,0,8,0,8"/>
   <wangtile tileid="8" wangid="0,9,0,9,0,9,0,9"/>
   <wangtile tileid="9" wangid="0,10,0,10,0,10,0,10"/>
   <wangtile tileid="10" wangid="0,11,0,11,0,11,0,11"/>
   <wangtile tileid="11" wangid="0,12,0,12,0,12,0,12"/>
   <wangtile tileid="12" wangid="0,13,0,13,0,13,0,13"/>
   <wangtile tileid="13" wangid="0,14,0,14,0,14,0,14"/>
   <wangtile tileid="14" wangid="0,15,0,15,0,15,0,15"/>
   <wangtile tileid="15" wangid="0,16,0,16,0,16,0,16"/>
   <wangtile tileid="16" wangid="0,17,0,17,0,17,0,17"/>
   <wangtile tileid="17" wangid="0,18,0,18,0,18,0,18"/>
   <wangtile tileid="18" wangid="0,19,0,19,0,19,0,19"/>
   <wangtile tileid="19" wangid="0,20,0,20,0,20,0,20"/>
   <wangtile tileid="20" wangid="0,21,0,21,0,21,0,21"/>
   <wangtile tileid="21" wangid="0,22,0,22,0,22,0,22"/>
  </wangset>
 </wangsets>
</tileset>
